"""The surfaces that people practise on, one package for each platform.

A surface translates and decides nothing: an event of its platform becomes a command of the
practice, and a message of the practice becomes whatever that platform shows. The surfaces do
not know of each other. A platform whose package is not in this folder is not supported yet.
"""
