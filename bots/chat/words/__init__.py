"""The sentences that every chat surface says: pure words, no markup, no platform."""
