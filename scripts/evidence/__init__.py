"""What research says: claims, their grades and sources, and what pages and programs are told of them."""
