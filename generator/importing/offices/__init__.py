"""Tables of units and communities into office files (街道文件), edited in place."""
