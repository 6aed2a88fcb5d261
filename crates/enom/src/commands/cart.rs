//! The cart: things that are put together first, and ordered at once.

mod add;
mod bulk;
mod content;
mod delete;
mod order;
mod preconfigure;
mod update;
mod wanted;

use super::commands;

commands! {
    "AddBulkDomains" CartAdd bulk::run;
    "AddToCart" CartAdd add::run;
    "DeleteFromCart" CartRemove delete::run;
    "GetCartContent" CartList content::run;
    "InsertNewOrder" CartCheckOut order::run;
    "Preconfigure" CartUpdate preconfigure::run;
    "UpdateCart" CartUpdate update::run;
}
