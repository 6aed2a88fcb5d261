//! DNS zones and their rows.

mod add;
mod check;
mod delete;
mod export;
mod find;
mod import;
mod list;
mod modify;
mod row;
mod row_list;
mod rows;
mod settings;
mod status;

use super::commands;

commands! {
    "AddDNSZone" / "CreateDNSZone" DnsZoneAdd add::run;
    "CheckDNSZone" DnsZoneCheck check::run;
    "DeleteDNSZone" DnsZoneDelete delete::run;
    "ExportDNSZone" / "GetDNSZone" DnsRowList export::run;
    "FindDNSZone" DnsZoneFind find::run;
    "ImportDNSZone" DnsZoneEdit import::run;
    "ModifyDNSZone" / "UpdateDNSZone" DnsZoneEdit modify::run;
    "QueryDNSZoneList" DnsZoneList list::run;
    "QueryDNSZoneRRList" DnsRowList row_list::run;
    "StatusDNSZone" DnsZoneInfo status::run;
}
