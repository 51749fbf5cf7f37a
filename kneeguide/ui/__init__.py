"""What is shown. No rules, and no arithmetic on time."""
