//! What every adapter of the store port has to do. Each case gets an empty store and knows nothing of its kind;
//! `contract!` runs all of them over each adapter.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod accounts;
mod address_checks;
mod api_tokens;
mod carts;
mod certificates;
mod client;
mod concurrency;
mod consents;
mod contacts;
mod deliveries;
mod dns_rows;
mod dns_zones;
mod domains;
mod dues;
mod fixtures;
mod folders;
mod forwardings;
mod history;
mod holder_locks;
mod hosts;
mod invoices;
mod ledger;
mod mail;
mod memos;
mod names;
mod notices;
mod nssets;
mod objects;
mod orders;
mod pendings;
mod portfolios;
mod privacies;
mod protections;
mod registrants;
mod resellers;
mod settings;
mod sqlite;
mod statements;
mod tags;
mod tasks;
mod tombstones;
mod transfers;
mod upkeeps;

use engine::ports::store::Store;
use store::{Options, Sqlite};

/// Runs every case over every adapter.
macro_rules! contract {
    ($($area:ident { $($case:ident)* })*) => {
        mod in_memory {
            $(mod $area {$(
                #[test]
                fn $case() {
                    crate::in_memory_store(crate::$area::$case);
                }
            )*})*
        }

        mod in_a_file {
            $(mod $area {$(
                #[test]
                fn $case() {
                    crate::file_store(crate::$area::$case);
                }
            )*})*
        }

        mod in_a_file_after_a_kill {
            $(mod $area {$(
                #[test]
                fn $case() {
                    crate::sqlite::redo::is_all_there_after_a_kill(crate::$area::$case);
                }
            )*})*
        }
    };
}

contract! {
    accounts {
        an_account_reads_back_as_it_was_written
        a_second_account_of_the_same_identifier_is_refused
        an_update_keeps_what_never_changes
        an_update_of_nothing_is_a_fault
        accounts_are_listed_by_identifier
        a_login_belongs_to_one_account_per_realm
        a_refused_account_leaves_nothing
        accounts_below_are_found_by_login
        accounts_below_are_listed_until_they_are_closed
        an_account_moves_below_another
        a_role_reads_back_as_it_was_written
        logins_are_taken_away
        an_address_book_takes_the_place_of_an_earlier_one
    }
    api_tokens {
        a_token_reads_back_as_it_was_written
    }
    carts {
        a_cart_reads_back_as_it_was_filled
        a_domain_is_in_a_cart_once
        a_cart_is_emptied_by_and_by_or_at_once
    }
    certificates {
        an_order_reads_back_as_it_was_written
        an_update_replaces_what_can_change
        a_number_is_given_once_within_a_certificate
        certificates_are_listed_by_their_latest_orders
        certificates_are_found_by_what_is_asked_for
    }
    concurrency {
        a_refused_command_leaves_its_neighbours_alone
        of_many_creates_of_one_name_one_wins
        a_panic_ends_its_command_alone
        a_panic_while_an_end_is_heard_ends_nothing
        a_fault_undoes_its_command_and_is_told
        a_panicking_query_harms_nobody
        ends_are_heard_in_the_order_of_the_commands
        an_idle_store_works_on_the_thread_of_its_caller
        a_busy_store_works_elsewhere
        everyone_reads_their_own_writes
    }
    consents {
        consents_stay_when_their_domain_goes
    }
    contacts {
        a_contact_reads_back_as_it_was_written
        a_taken_handle_is_refused
        an_update_replaces_the_row
        ids_are_found_for_any_number_of_handles
        a_new_handle_frees_the_old_one
        a_contact_in_use_stays
        what_a_contact_is_used_for_is_listed
        a_refused_deletion_changes_nothing
        details_of_older_rows_still_load
        a_contact_is_open_to_accounts_until_it_is_closed
    }
    deliveries {
        a_destination_is_set_replaced_and_removed
        a_delivery_is_under_way_until_it_is_removed
        a_letter_goes_with_its_delivery
    }
    dns_rows {
        a_row_reads_back_as_it_was_written
        no_two_rows_are_the_same
        rows_are_found_beside_each_other
        rows_of_a_name_and_type_get_one_ttl
        a_commit_publishes_what_was_changed
        what_was_deleted_and_added_again_stays_published
        rows_are_copied_at_once
        records_are_replaced_and_cleared
    }
    dns_zones {
        a_primary_zone_reads_back_as_it_was_written
        a_secondary_zone_reads_back_as_it_was_written
        a_taken_name_is_refused
        an_update_replaces_the_row
        zones_are_listed_and_counted_by_owner
        the_nearest_zone_is_found
        a_zone_goes_for_good
    }
    domains {
        a_domain_reads_back_as_it_was_written
        a_taken_name_is_refused_with_its_links
        an_update_replaces_the_row
        domains_are_listed_by_age_with_those_on_their_way
        contacts_are_listed_by_role_and_handle
        the_domains_of_a_contact_are_listed_by_name
        hosts_are_listed_by_name
        a_deletion_takes_links_and_transfer_along
        a_domain_with_hosts_inside_stays_whole
        a_name_can_be_registered_again
    }
    dues {
        reminders_come_in_order
        a_reminder_is_there_once_and_goes_once
    }
    folders {
        a_folder_reads_back_as_it_was_written
        labels_are_counted_renamed_and_taken_away_within_an_account
    }
    forwardings {
        mail_forwardings_are_listed_by_address_and_target
        web_forwardings_are_listed_by_source
    }
    history {
        what_happened_is_on_record
        what_was_undone_did_not_happen
        an_operation_changes_an_object_once
        changes_are_read_back_whole_and_in_order
        changes_of_an_object_are_read_in_slices
        deletions_are_listed_by_what_is_asked_for
    }
    hosts {
        a_host_reads_back_as_it_was_written
        hosts_are_found_for_any_number_of_names
        a_reference_says_who_lacks_glue
        a_rename_frees_the_old_name
        a_host_in_use_stays
        use_by_other_sponsors_is_seen_also_after_a_transfer
        a_host_leaves_all_delegations_at_once
        hosts_inside_follow_their_domain
    }
    invoices {
        a_party_reads_back_as_it_was_written
        an_invoice_reads_back_as_it_was_written
        numbers_follow_each_other_within_account_and_year
        what_is_refused_has_no_number
        a_hold_is_paid_with_its_invoice
        holds_of_an_account_are_told_with_names
        what_is_owed_is_on_record_until_it_is_given_back
        payments_without_invoice_are_found_from_the_first_one_on
    }
    ledger {
        lines_move_money_between_books
        the_credit_limit_holds_to_the_cent
        a_line_in_a_foreign_currency_is_a_bug
        a_line_is_undone_once
        what_is_refused_costs_nothing
        amounts_do_not_overflow
        the_last_credit_is_spent_once
        lines_are_written_together_or_not_at_all
        lines_of_several_accounts_are_a_bug
        what_is_held_is_gone_until_it_is_released
        what_is_held_is_paid_once
        a_hold_is_paid_by_what_it_set_aside
        the_last_credit_is_held_once
    }
    mail {
        a_mailspace_reads_back_as_it_was_written
        a_mailspace_holds_no_more_than_its_limits
        names_are_given_once
        a_mailbox_reads_back_as_it_was_written
        what_is_in_use_stays
        a_mailspace_goes_with_all_that_is_in_it
        an_address_is_used_once_and_in_one_way
        a_domain_belongs_to_one_mailspace
        an_address_is_free_with_its_last_forwarding
        a_web_forwarding_reads_back_as_it_was_written
        lists_come_in_pieces
    }
    registrants {
        a_note_of_an_idle_registrant_is_replaced_and_goes_with_it
        a_process_about_wrong_data_is_kept_until_it_is_over
        who_is_to_hold_a_domain_stays
        deletions_are_counted_by_month
        domains_are_counted_since_one
    }
    settings {
        preferences_read_back_as_they_were_written_last
        an_assortment_is_empty_until_it_is_said
        a_question_reads_back_as_it_was_written_last
    }
    statements {
        lines_are_told_of_one_account_with_names
        pages_follow_each_other_in_both_orders
        renewals_are_told_with_their_tax
        tax_is_summed_by_itself
        what_was_booked_late_counts_when_it_was_due
    }
    address_checks {
        an_address_is_known_for_each_account
    }
    holder_locks {
        it_is_kept_of_one_domain
        it_is_kept_of_all_that_somebody_holds_in_a_zone
    }
    memos {
        a_memo_reads_back_as_it_was_written_last
    }
    names {
        the_index_says_what_the_tables_say
    }
    notices {
        notices_wait_in_their_order
        a_notice_is_acknowledged_once_and_by_its_owner
        notices_are_listed_in_slices_with_those_that_went
        notices_that_went_are_kept_for_a_while
    }
    orders {
        an_order_reads_back_as_it_was_written
        orders_are_listed_by_what_they_are_about
        an_order_of_a_certificate_is_found_by_it
    }
    nssets {
        a_set_reads_back_as_it_was_written
        a_taken_name_is_refused
        an_update_replaces_row_and_links
        a_set_in_use_stays_whole
        a_deletion_takes_links_and_transfer_along
        a_contact_of_a_set_stays
    }
    objects {
        objects_are_listed_by_class_and_age
        objects_are_found_by_class_and_pattern
        what_is_on_its_way_counts
    }
    pendings {
        a_request_is_kept_until_it_has_ended
    }
    resellers {
        a_reseller_reads_back_as_it_was_written
        a_reference_is_given_once_within_an_account
    }
    tasks {
        a_task_reads_back_as_it_was_written
        tasks_are_listed_by_what_is_asked_for
        jobs_that_wait_are_found_by_their_object
    }
    tags {
        a_tag_is_usual_until_it_is_set
        a_release_reads_back_as_it_was_written
        a_domain_waits_for_one_answer
        a_domain_that_goes_waits_no_longer
        a_registrant_stays_while_a_release_waits
    }
    tombstones {
        a_name_rests_until_its_tombstone_goes
        a_later_tombstone_takes_the_place_of_an_earlier_one
    }
    portfolios {
        domains_are_read_in_every_order_from_anywhere
        domains_are_sifted_and_counted
        links_of_many_are_named_at_once
        many_are_found_by_name_with_their_labels_at_once
        a_trade_is_replaced_and_goes_with_its_domain
        trades_are_listed_by_state
        contacts_are_found_by_what_they_say
        contacts_and_hosts_are_read_by_pieces
    }
    privacies {
        it_reads_back_as_it_was_written
        it_is_found_for_any_number_of_domains
        it_goes_with_its_domain
    }
    protections {
        a_service_reads_back_as_it_was_written
        a_name_has_one_service
        an_update_replaces_the_row
        services_are_listed_with_those_that_are_shared
        templates_are_listed_by_name
        a_deletion_takes_invitations_along
        the_network_keeps_a_record_of_its_own
    }
    transfers {
        the_latest_transfer_replaces_the_one_before
        earlier_transfers_are_kept
        pending_transfers_are_listed_by_side
        what_a_domain_is_to_have_is_kept
    }
    upkeeps {
        orders_read_back_as_they_were_written
        orders_name_no_reseller_that_is_gone
        orders_go_with_their_domain
        persons_stand_at_their_places
        a_person_stays_while_it_speaks_for_somebody
    }
}

fn in_memory_store(case: fn(&dyn Store)) {
    case(&Sqlite::in_memory(Options::default()).unwrap());
}

fn file_store(case: fn(&dyn Store)) {
    let folder = tempfile::tempdir().unwrap();
    case(&Sqlite::open(&folder.path().join("store.db"), Options::default()).unwrap());
}
