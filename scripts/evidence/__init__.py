"""What research says: references now; claims, badges and the evidence page build on them."""
