"""The portal as a desk without a door: its pages stand at the root, for everybody."""

from terbuka.office.desks import DeskConfig


class PortalConfig(DeskConfig):
    """What the public reads."""

    name = "terbuka.portal"
    label = "portal"
    public_urls = "terbuka.portal.urls"
