<?php
return ['dsn' => 'mysql:host=10.20.0.5;dbname=helpdesk', 'user' => 'helpdesk', 'password' => 'Harbour-7-Lantern'];
