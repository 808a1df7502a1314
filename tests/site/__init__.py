"""The built site as files: what every page and every published file must hold. No browser is needed."""
