"""The demo office: sample data to look around in. Every person, number and case in it is invented.

It is made through the same actions as real work, by the demo accounts, so that its journal, its
certificates and its public pages are those of an office that has worked for a while.
"""
