<?php printf("<h1>Ticket %d</h1>\n", (int) ($_GET['id'] ?? 0));
