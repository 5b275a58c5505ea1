//! What a register says of a child, and what the person who runs the session must know.

use async_graphql::{Context, Object, SimpleObject};

use crate::{
    access::See,
    domain::{
        delivery::register_rules::Summary,
        people::{participation, young_person_rules::age_on},
    },
    entity::{
        delivery::{attendance, session_note},
        people::{
            alert::{self, AlertWords},
            contact,
        },
    },
    graphql::{
        error::Answer,
        loader::{AlertsOf, AlikeOf, ConsentsOf, ContactsOf, MarkedOf, TakesPartOf},
        node::{Alert, Contact, Enrolment, User, YoungPerson},
        scalar::DateTime,
        visit::Ask,
    },
    words::{
        AlertKind, AttendanceMark, ContactPermission, SubjectKind,
        id::{Id, noun},
    },
};

/// A mark in a session's register.
#[derive(Clone)]
pub struct Attendance {
    row: attendance::Model,
    earlier: Vec<attendance::Model>,
}

/// The mark that stands of each child, with those that it corrects. The marks of one child come together, in their order.
#[must_use]
pub fn attendances(marks: Vec<attendance::Model>) -> Vec<Attendance> {
    let mut all: Vec<Attendance> = Vec::new();
    for row in marks {
        match all.last_mut().filter(|last| last.row.enrolment_id == row.enrolment_id) {
            Some(last) => {
                let before = std::mem::replace(&mut last.row, row);
                last.earlier.push(before);
            }
            None => all.push(Attendance { row, earlier: Vec::new() }),
        }
    }
    all
}

/// Notes that something of a child was read in a session.
async fn opened(ctx: &Context<'_>, session: Id<noun::Session>, enrolment: Id<noun::Enrolment>) -> Answer<()> {
    let enrolment: Enrolment = ctx.sight()?.the(enrolment).await?;
    let subject = (SubjectKind::Session, session.uuid());
    ctx.visit().open(enrolment.0.row.young_person_id, subject, enrolment.0.holds);
    Ok(())
}

/// What a session's register says of a child.
#[Object]
impl Attendance {
    /// The child's place.
    async fn enrolment(&self, ctx: &Context<'_>) -> Answer<Enrolment> {
        ctx.sight()?.the(self.row.enrolment_id).await
    }

    /// What it says.
    async fn mark(&self) -> AttendanceMark {
        self.row.mark
    }

    /// Why.
    async fn note(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        let words = self.row.words.as_ref()?;
        let answer = async {
            opened(ctx, self.row.session_id, self.row.enrolment_id).await?;
            Ok(words.open(ctx.app().keys(), self.row.id.uuid())?.0)
        };
        Some(answer.await)
    }

    /// When it was made.
    async fn at(&self) -> DateTime {
        self.row.at.into()
    }

    /// By whom.
    async fn by(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        async { ctx.sight()?.one(self.row.by_user_id).await }.await.transpose()
    }

    /// The marks that it corrects, oldest first.
    async fn earlier(&self) -> Vec<Self> {
        self.earlier.iter().map(|row| Self { row: row.clone(), earlier: Vec::new() }).collect()
    }
}

/// What was written about a child in a session.
pub struct SessionNote(pub session_note::Model);

/// What was done with a child in a session, how they were, and what is next.
#[Object]
impl SessionNote {
    /// The child's place.
    async fn enrolment(&self, ctx: &Context<'_>) -> Answer<Enrolment> {
        ctx.sight()?.the(self.0.enrolment_id).await
    }

    /// Who wrote it.
    async fn author(&self, ctx: &Context<'_>) -> Answer<User> {
        ctx.sight()?.the(self.0.author_id).await
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }

    /// What it says.
    async fn body(&self, ctx: &Context<'_>) -> Answer<String> {
        opened(ctx, self.0.session_id, self.0.enrolment_id).await?;
        Ok(self.0.words.open(ctx.app().keys(), self.0.id.uuid())?.0)
    }
}

/// What a child's marks come to. The rate is (present + late) / (present + late + authorised absence + missed + was not brought
/// + cancelled by the child); what we cancelled, stood down or did not expect does not count.
#[derive(SimpleObject)]
pub struct AttendanceSummary {
    /// Sessions that count.
    expected: i32,
    /// Those at which the child was.
    attended: i32,
    /// The part attended, 0 to 1; null where nothing counts yet.
    rate: Option<f64>,
    /// How long those sessions were.
    minutes: i32,
}

/// What the marks of an enrolment come to.
pub async fn summary(ctx: &Context<'_>, enrolment: &Enrolment) -> Answer<AttendanceSummary> {
    let marks = ctx.sight()?.all(MarkedOf(enrolment.0.row.id)).await?;
    let all = Summary::of(marks.iter().map(|row| (row.mark, (row.ends_at - row.starts_at).num_minutes())));
    Ok(AttendanceSummary {
        expected: all.expected,
        attended: all.attended,
        rate: all.rate(),
        minutes: all.minutes,
    })
}

/// Whether the child takes part by agreement now.
pub async fn taking_part(ctx: &Context<'_>, enrolment: &Enrolment) -> Answer<Option<bool>> {
    let sight = ctx.sight()?;
    let Some((_, child, born, pathway)) = sight.all(TakesPartOf(enrolment.0.row.id)).await?.pop() else {
        return Ok(None);
    };
    let answers = participation::opened(ctx.app().keys(), sight.all(ConsentsOf(child)).await?)?;
    Ok(Some(answers.hold_on(ctx.app().today(), born, pathway)))
}

/// What the person who runs the session must know: who to ring, medical, going home, alerts.
#[derive(SimpleObject)]
pub struct SessionCard {
    /// What the child is called; with the reference where another one there is called the same.
    display_name: String,
    /// Whole years today.
    age: i32,
    /// Whom to ring: of those who may be rung and have a number, first a parent with whom the child lives.
    emergency_contact: Option<Contact>,
    /// Allergies, and what to do in a medical emergency.
    medical: Option<String>,
    /// With whom the child lives, and what a court ordered.
    going_home: Option<String>,
    /// The warnings that matter in a session.
    alerts: Vec<Alert>,
}

/// The card of a child with a place, where it is for this viewer.
pub async fn card(ctx: &Context<'_>, enrolment: &Enrolment) -> Answer<Option<SessionCard>> {
    if !enrolment.0.row.status.takes_a_place() {
        return Ok(None);
    }
    let sight = ctx.sight()?;
    let child: Option<YoungPerson> = sight.one(enrolment.0.row.young_person_id).await?;
    let Some(child) = child.filter(|child| sight.sees(See::ChildDisplay, child.0.holds)) else {
        return Ok(None);
    };
    let row = &child.0.row;
    ctx.visit().open_record(row.id, child.0.holds);
    let alike = !sight.all(AlikeOf(enrolment.0.row.id)).await?.is_empty();
    let name = child.called();
    let contacts = sight.all(ContactsOf(row.id)).await?;
    let alerts = sight.all(AlertsOf(row.id)).await?;
    Ok(Some(SessionCard {
        display_name: if alike { format!("{name}, {}", row.reference) } else { name },
        age: age_on(row.date_of_birth, ctx.app().today()),
        medical: texts(ctx, &alerts, &[AlertKind::MedicalEmergency, AlertKind::Allergy])?,
        going_home: going_home(&contacts, texts(ctx, &alerts, &[AlertKind::CourtOrder])?),
        emergency_contact: to_ring(ctx, contacts)?.map(Contact::from),
        alerts: alerts.into_iter().filter(|alert| alert.kind.for_sessions()).map(Alert::from).collect(),
    }))
}

/// The texts of the alerts of some kinds, one after the other.
fn texts(ctx: &Context<'_>, alerts: &[alert::Model], kinds: &[AlertKind]) -> Answer<Option<String>> {
    let mut all = Vec::new();
    for alert in alerts.iter().filter(|alert| kinds.contains(&alert.kind)) {
        let AlertWords(text) = alert.words.open(ctx.app().keys(), alert.id.uuid())?;
        all.push(text);
    }
    Ok((!all.is_empty()).then(|| all.join(" ")))
}

fn going_home(contacts: &[contact::Model], order: Option<String>) -> Option<String> {
    let at_home: Vec<_> = contacts
        .iter()
        .filter(|contact| contact.lives_with == Some(true))
        .map(|contact| format!("{} ({})", contact.name, contact.relationship))
        .collect();
    let lives = (!at_home.is_empty()).then(|| format!("Lives with {}.", at_home.join(", ")));
    let said: Vec<_> = lives.into_iter().chain(order).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Whom to ring, of those who may be rung and have a number.
fn to_ring(ctx: &Context<'_>, contacts: Vec<contact::Model>) -> Answer<Option<contact::Model>> {
    let mut may = Vec::new();
    for contact in contacts {
        let rung = contact.may_contact != ContactPermission::Never && contact.not_told.is_none();
        if rung && contact.words.open(ctx.app().keys(), contact.id.uuid())?.phone.is_some() {
            may.push(contact);
        }
    }
    may.sort_by_key(|contact| {
        (
            contact.has_parental_responsibility != Some(true),
            contact.lives_with != Some(true),
            contact.may_contact != ContactPermission::Yes,
            contact.id,
        )
    });
    Ok(may.into_iter().next())
}
