"""Small scripts which the Makefile calls; nothing in the product imports them."""
