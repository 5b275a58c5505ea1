//! What is done with programmes, offerings and places. Each field decodes, calls its operation, reads the result again.

use async_graphql::{Context, Object, SimpleObject};

use super::delivery_inputs::{
    AnswerOfferInput, AnswerRemovalInput, ChangeOfferingInput, ConfirmWaitingInput, EndEnrolmentInput,
    EnrolInput, OfferingInput, ProgrammeInput, RelateChildrenInput,
};
use crate::{
    domain::delivery::{ending, enrolment, offering, programme, relation},
    graphql::{
        casework::record_changes::YoungPersonPayload,
        error::{Answer, settled},
        node::{Enrolment, Offering, Programme},
        visit::{Ask, again, caller, named},
    },
    platform::error::{Problem, Result},
    words::id::{Id, noun},
};

/// What came of a change to a programme.
#[derive(SimpleObject)]
pub struct ProgrammePayload {
    /// The programme as it is now, where the viewer may see it.
    programme: Option<Programme>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What came of a change to an offering.
#[derive(SimpleObject)]
pub struct OfferingPayload {
    /// The offering as it is now, where the viewer may see it.
    offering: Option<Offering>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What came of a change to an enrolment.
#[derive(SimpleObject)]
pub struct EnrolmentPayload {
    /// The enrolment as it is now.
    enrolment: Option<Enrolment>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// The offering as it is now, with what a person can put right.
pub(super) async fn offering_payload(
    ctx: &Context<'_>,
    done: Result<Id<noun::Offering>>,
    subject: Option<Id<noun::Offering>>,
) -> Answer<OfferingPayload> {
    let (id, problems) = settled(done, subject)?;
    Ok(OfferingPayload { offering: again(ctx, id).await?, problems })
}

async fn enrolment_payload(
    ctx: &Context<'_>,
    done: Result<Id<noun::Enrolment>>,
    subject: Option<Id<noun::Enrolment>>,
) -> Answer<EnrolmentPayload> {
    let (id, problems) = settled(done, subject)?;
    Ok(EnrolmentPayload { enrolment: again(ctx, id).await?, problems })
}

/// Programmes, offerings and places.
#[derive(Default)]
pub struct DeliveryChanges;

/// Programmes, offerings and places.
#[Object]
impl DeliveryChanges {
    /// Writes down what a provider does.
    async fn create_programme(
        &self,
        ctx: &Context<'_>,
        input: ProgrammeInput,
    ) -> Option<Answer<ProgrammePayload>> {
        let answer = async {
            let create = input.decode(ctx.app().keys());
            let (id, problems) = settled(programme::create(ctx.app(), &caller(ctx)?, create).await, None)?;
            Ok(ProgrammePayload { programme: again(ctx, id).await?, problems })
        };
        Some(answer.await)
    }

    /// Writes down a run of a programme. It takes children from the start.
    async fn create_offering(
        &self,
        ctx: &Context<'_>,
        input: OfferingInput,
    ) -> Option<Answer<OfferingPayload>> {
        let answer = async {
            let programme = ctx.open_id(&input.programme_id);
            let create = input.decode(ctx.app().keys(), programme);
            let done = offering::create(ctx.app(), &caller(ctx)?, create).await;
            offering_payload(ctx, done, None).await
        };
        Some(answer.await)
    }

    /// Changes capacity, dates, place or status (DRAFT, OPEN, CLOSED, CANCELLED); never below what is taken.
    async fn change_offering(
        &self,
        ctx: &Context<'_>,
        input: ChangeOfferingInput,
    ) -> Option<Answer<OfferingPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.offering_id);
            let change = input.decode(ctx.app().keys(), id);
            let done = offering::change(ctx.app(), &caller(ctx)?, change).await;
            offering_payload(ctx, done, Some(id)).await
        };
        Some(answer.await)
    }

    /// Holds a place while one is left and nobody waits for it, else joins the waiting list. Never one place too many.
    async fn enrol(&self, ctx: &Context<'_>, input: EnrolInput) -> Option<Answer<EnrolmentPayload>> {
        let answer = async {
            let enrol = enrolment::Enrol {
                case_id: ctx.open_id(&input.case_id),
                offering_id: named(ctx.app().keys(), &input.offering_id),
                priority: input.priority,
                priority_reason: input.priority_reason,
                override_reason: input.override_reason,
            };
            let done = enrolment::enrol(ctx.app(), &caller(ctx)?, enrol).await;
            enrolment_payload(ctx, done, None).await
        };
        Some(answer.await)
    }

    /// Writes down the child's answer to an offer. After a no the place is offered to whoever stands first.
    async fn answer_offer(
        &self,
        ctx: &Context<'_>,
        input: AnswerOfferInput,
    ) -> Option<Answer<EnrolmentPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.enrolment_id);
            let said = enrolment::Answer {
                enrolment_id: id,
                version: input.version,
                accept: input.accept,
                childs_words: input.childs_words,
            };
            let done = enrolment::answer(ctx.app(), &caller(ctx)?, said).await;
            enrolment_payload(ctx, done, Some(id)).await
        };
        Some(answer.await)
    }

    /// Ends a place, or the waiting for one; the place is offered to whoever stands first.
    async fn end_enrolment(
        &self,
        ctx: &Context<'_>,
        input: EndEnrolmentInput,
    ) -> Option<Answer<EnrolmentPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.enrolment_id);
            let end = ending::End {
                enrolment_id: id,
                version: input.version,
                status: input.status,
                on: input.on.0,
                reason: input.reason,
            };
            let done = ending::end(ctx.app(), &caller(ctx)?, end).await;
            enrolment_payload(ctx, done, Some(id)).await
        };
        Some(answer.await)
    }

    /// Agrees to the end of a place that the provider asks to end, or does not: then it stays.
    async fn answer_removal(
        &self,
        ctx: &Context<'_>,
        input: AnswerRemovalInput,
    ) -> Option<Answer<EnrolmentPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.enrolment_id);
            let (version, agree, comment) = (input.version, input.agree, input.comment);
            let said = ending::AnswerRemoval { enrolment_id: id, version, agree, comment };
            let done = ending::answer_removal(ctx.app(), &caller(ctx)?, said).await;
            enrolment_payload(ctx, done, Some(id)).await
        };
        Some(answer.await)
    }

    /// Writes down what two children are to one another, or that they no longer are. Both records have to be open to the
    /// viewer. NO_CONTACT and CONFLICT keep them out of one group.
    async fn relate_children(
        &self,
        ctx: &Context<'_>,
        input: RelateChildrenInput,
    ) -> Option<Answer<YoungPersonPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.from_id);
            let relate = relation::Relate {
                from_id: id,
                to_id: named(ctx.app().keys(), &input.to_id),
                kind: input.kind,
                source: input.source,
                review_on: input.review_on.map(|day| day.0),
                ended: input.ended,
            };
            let (id, problems) = settled(relation::relate(ctx.app(), &caller(ctx)?, relate).await, Some(id))?;
            Ok(YoungPersonPayload { young_person: again(ctx, id).await?, problems })
        };
        Some(answer.await)
    }

    /// Says that a child whose offer lapsed still wants a place: they stand in order again, with the date of before.
    async fn confirm_waiting(
        &self,
        ctx: &Context<'_>,
        input: ConfirmWaitingInput,
    ) -> Option<Answer<EnrolmentPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.enrolment_id);
            let confirm = enrolment::Confirm { enrolment_id: id, version: input.version };
            let done = enrolment::confirm(ctx.app(), &caller(ctx)?, confirm).await;
            enrolment_payload(ctx, done, Some(id)).await
        };
        Some(answer.await)
    }
}
