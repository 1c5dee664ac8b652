<?php $database = ['host' => '10.20.0.5', 'user' => 'intranet', 'password' => 'Quay-42-Copper'];
