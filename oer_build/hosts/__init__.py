"""The sinks: `mkdocs` hands pages to MkDocs in memory, `folder` writes them for any other engine."""
