<?php echo "<h1>Help desk</h1><a href=\"/status.php\">Status of our services</a>\n";
