"""What the files of other programs hide, cover, leave behind or tell by their gaps."""
