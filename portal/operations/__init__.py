"""What operators see of a running portal: probes, metrics, logs."""
