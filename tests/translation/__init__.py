"""What there is to translate, the catalogues that come with the tool, and sites in other languages."""
