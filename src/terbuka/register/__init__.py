"""The register of public information (DIP): what the office holds, in which form, and what is published."""
