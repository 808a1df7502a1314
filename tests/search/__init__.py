"""Search beyond Pagefind: forgiven mistakes, other names, facets, and the files that they need."""
