"""What several windows share: words for instants, banners, small helpers of style."""
