const toNames = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Tables that Osquery 5 has on Linux. */
export const LINUX_TABLE_NAMES = toNames(`
  acpi_tables apparmor_events apparmor_profiles apt_sources arp_cache augeas authorized_keys
  azure_instance_metadata azure_instance_tags block_devices bpf_process_events bpf_socket_events
  carbon_black_info carves certificates chrome_extension_content_scripts chrome_extensions cpu_info cpu_time
  cpuid crontab curl curl_certificate deb_packages device_file device_hash device_partitions disk_encryption
  dns_resolvers docker_container_envs docker_container_fs_changes docker_container_labels
  docker_container_mounts docker_container_networks docker_container_ports docker_container_processes
  docker_container_stats docker_containers docker_image_history docker_image_labels docker_image_layers
  docker_images docker_info docker_network_labels docker_networks docker_version docker_volume_labels
  docker_volumes ec2_instance_metadata ec2_instance_tags elf_dynamic elf_info elf_sections elf_segments
  elf_symbols etc_hosts etc_protocols etc_services file file_events firefox_addons groups hardware_events
  hash intel_me_info interface_addresses interface_details interface_ipv6 iptables kernel_info kernel_keys
  kernel_modules known_hosts last listening_ports load_average logged_in_users lxd_certificates lxd_cluster
  lxd_cluster_members lxd_images lxd_instance_config lxd_instance_devices lxd_instances lxd_networks
  lxd_storage_pools magic md_devices md_drives md_personalities memory_array_mapped_addresses memory_arrays
  memory_device_mapped_addresses memory_devices memory_error_info memory_info memory_map mounts msr
  npm_packages oem_strings opera_extensions os_version osquery_events osquery_extensions osquery_flags
  osquery_info osquery_packs osquery_registry osquery_schedule pci_devices platform_info portage_keywords
  portage_packages portage_use process_envs process_events process_file_events process_memory_map
  process_namespaces process_open_files process_open_pipes process_open_sockets processes prometheus_metrics
  python_packages routes rpm_package_files rpm_packages seccomp_events secureboot selinux_events
  selinux_settings shadow shared_memory shell_history smbios_tables socket_events ssh_configs startup_items
  sudoers suid_bin syslog_events system_controls system_info systemd_units time ulimit_info uptime
  usb_devices user_events user_groups user_ssh_keys users vscode_extensions yara yara_events
  ycloud_instance_metadata yum_sources
`);

/** Tables of the stand-alone host's own Osquery that Osquery itself lacks. */
export const OWN_TABLE_NAMES = toNames('cron_files');

/** Tables that Osquery 5 has on Windows or macOS only. */
export const FOREIGN_TABLE_NAMES = toNames(`
  account_policy_data ad_config alf alf_exceptions alf_explicit_auths app_schemes appcompat_shims apps asl
  atom_packages authenticode authorization_mechanisms authorizations autoexec
  background_activities_moderator battery bitlocker_info browser_plugins chassis_info chocolatey_packages
  connectivity crashes cups_destinations cups_jobs default_environment device_firmware disk_events disk_info
  dns_cache drivers es_process_events es_process_file_events event_taps extended_attributes
  fan_speed_sensors gatekeeper gatekeeper_approved_apps hvci_status homebrew_packages ibridge_info
  ie_extensions iokit_devicetree iokit_registry kernel_extensions kernel_panics keychain_acls keychain_items
  kva_speculative_info launchd launchd_overrides location_services logical_drives logon_sessions
  managed_policies mdfind mdls nfs_shares ntdomains ntfs_acl_permissions ntfs_journal_events nvram
  office_mru package_bom package_install_history package_receipts password_policy patches
  physical_disk_performance pipes plist power_sensors powershell_events prefetch preferences
  process_etw_events programs quicklook_cache registry running_apps safari_extensions sandboxes
  scheduled_tasks screenlock security_profile_info services shared_folders shared_resources
  sharing_preferences shellbags shimcache signature sip_config smc_keys temperature_sensors tpm_info
  unified_log userassist user_interaction_events video_info virtual_memory_info wifi_networks wifi_status
  wifi_survey winbaseobj windows_crashes windows_eventlog windows_events windows_firewall_rules
  windows_optional_features windows_security_center windows_security_products windows_update_history
  wmi_bios_info wmi_cli_event_consumers wmi_event_filters wmi_filter_consumer_binding
  wmi_script_event_consumers xprotect_entries xprotect_meta xprotect_reports
`);
