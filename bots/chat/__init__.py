"""What surfaces in chats share: words and their fit, pictures, papers, small work, forms."""
