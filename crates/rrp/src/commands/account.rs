//! The account itself, and its money.

mod accounting_list;
mod convert_currency;
mod currencies;
mod deposit_list;
mod exchange_rates;
mod status;

pub(in crate::commands) use status::percent;

use super::commands;

commands! {
    "StatusAccount" AccountCredit status::run;
    "QueryAccountingList" AccountBookings accounting_list::run;
    "QueryDepositList" AccountHolds deposit_list::run;
    "ConvertCurrency" SessionPing convert_currency::run;
    "GetCurrencies" SessionPing currencies::run;
    "QueryExchangeRates" SessionPing exchange_rates::run;
}
