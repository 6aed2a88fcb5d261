//! Hands a request to the engine and its answer back.

use edge::Desk;
use engine::{Actor, Done, Failure, Glance, Query, Request as Ids};

use crate::{answer::Answer, request::Request};

/// What the engine made of a request.
pub(crate) type Dispatched = Result<Done<Answer>, Failure>;

/// Carries out a command on objects or on the queue.
pub(crate) async fn dispatch(desk: &Desk, ids: Ids, request: Request) -> Dispatched {
    let going = Going { desk, ids };
    match request {
        Request::PollRequest(poll) => going.query(poll, Answer::Poll).await,
        Request::PollAcknowledge(ack) => {
            going.command(ack, |left| Answer::Acknowledged { left, id: ack.notice }).await
        }

        Request::DomainCheck(check) => going.glance(check, Answer::DomainChecked),
        Request::DomainInfo(info, filter) => {
            going.query(info, |view| Answer::DomainFound(Box::new(view), filter)).await
        }
        Request::DomainCreate(create) => going.command(*create, Answer::DomainCreated).await,
        Request::DomainUpdate(update) => going.command(*update, nothing).await,
        Request::DomainDelete(delete) => going.command(delete, nothing).await,
        Request::DomainRenew(renew) => going.command(renew, Answer::DomainRenewed).await,
        Request::DomainRestore(restore) => going.command(restore, Answer::DomainRestored).await,
        Request::DomainRestoreReport(report) => going.command(*report, Answer::DomainRestored).await,
        Request::DomainTransferRequest(request) => going.command(request, Answer::DomainTransfer).await,
        Request::DomainTransferQuery(query) => going.query(query, Answer::DomainTransfer).await,
        Request::DomainTransferApprove(approve) => going.command(approve, Answer::DomainTransfer).await,
        Request::DomainTransferReject(reject) => going.command(reject, Answer::DomainTransfer).await,
        Request::DomainTransferCancel(cancel) => going.command(cancel, Answer::DomainTransfer).await,

        Request::ContactCheck(check) => going.glance(check, Answer::ContactChecked),
        Request::ContactInfo(info) => going.query(info, |view| Answer::ContactFound(Box::new(view))).await,
        Request::ContactCreate(create) => going.command(*create, Answer::ContactCreated).await,
        Request::ContactUpdate(update) => going.command(*update, nothing).await,
        Request::ContactDelete(delete) => going.command(delete, nothing).await,
        Request::ContactTransferRequest(request) => going.command(request, Answer::ContactTransfer).await,
        Request::ContactTransferQuery(query) => going.query(query, Answer::ContactTransfer).await,
        Request::ContactTransferApprove(approve) => going.command(approve, Answer::ContactTransfer).await,
        Request::ContactTransferReject(reject) => going.command(reject, Answer::ContactTransfer).await,
        Request::ContactTransferCancel(cancel) => going.command(cancel, Answer::ContactTransfer).await,

        Request::HostCheck(check) => going.glance(check, Answer::HostChecked),
        Request::HostInfo(info) => going.query(info, |view| Answer::HostFound(Box::new(view))).await,
        Request::HostCreate(create) => going.command(create, Answer::HostCreated).await,
        Request::HostUpdate(update) => going.command(update, nothing).await,
        Request::HostDelete(delete) => going.command(delete, nothing).await,
    }
}

/// A request on its way.
struct Going<'a> {
    desk: &'a Desk,
    ids: Ids,
}

impl Going<'_> {
    fn glance<G: Glance>(self, glance: G, answer: impl FnOnce(G::Answer) -> Answer) -> Dispatched {
        let actor: &Actor = &self.ids.actor;
        self.desk.glance(actor, glance).map(|done| done.map(answer))
    }

    async fn query<Q: Query>(self, query: Q, answer: impl FnOnce(Q::Answer) -> Answer) -> Dispatched {
        self.desk.query(self.ids, query).await.map(|done| done.map(answer))
    }

    async fn command<C: engine::Command>(
        self,
        command: C,
        answer: impl FnOnce(C::Answer) -> Answer,
    ) -> Dispatched {
        self.desk.command(self.ids, command).await.map(|done| done.map(answer))
    }
}

fn nothing((): ()) -> Answer {
    Answer::Nothing
}
