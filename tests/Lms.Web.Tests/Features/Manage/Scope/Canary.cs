using Lms.Domain.Certification;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Manage.Scope;

/// <summary>
/// A community with one of everything that a manager may read, and in each of these a word that stands
/// nowhere else.
/// </summary>
internal sealed record Canary(string Word, TerritoryCode Community)
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public PersonId Person { get; } = new(Guid.CreateVersion7());

    public RequirementId Requirement { get; } = new(Guid.CreateVersion7());

    public AnnouncementId Announcement { get; } = new(Guid.CreateVersion7());

    private AssignmentId Assignment { get; } = new(Guid.CreateVersion7());

    private static DateTimeOffset Now => LmsHost.Start;

    private static Guid NewId() => Guid.CreateVersion7();

    public async Task AddAsync(LmsDbContext db, LiveSessionId session)
    {
        AddPerson(db);
        AddDuty(db);
        AddPapers(db);
        AddPlace(db);
        db.SessionSeats.Add(
            new()
            {
                SessionId = session,
                PersonId = Person,
                Position = Math.Abs(Word.GetHashCode(StringComparison.Ordinal)),
                State = SeatState.Seated,
                At = Now,
            }
        );
        await RespondersPack.AddCompletionAsync(db, Person, Now.AddDays(-90));
        await db.SaveChangesAsync();
    }

    private void AddPerson(LmsDbContext db)
    {
        db.Institutions.Add(
            new()
            {
                Code = $"place-{Person.Value:N}",
                // Where people work is no secret: whoever asks to be let in may name any.
                Name = new LocalText("Установа", ""),
                Territory = Community,
            }
        );
        db.People.Add(
            new Person
            {
                Id = Person,
                Name = new($"Канарка-{Word}", "Олена", "Петрівна"),
                Community = Community,
                CreatedAt = Now,
            }
        );
        db.Posts.Add(
            new()
            {
                Id = new(NewId()),
                PersonId = Person,
                Institution = $"place-{Person.Value:N}",
                StaffRole = "R01",
                From = Today.AddDays(-300),
            }
        );
        db.Unavailabilities.Add(
            new()
            {
                Id = new(NewId()),
                PersonId = Person,
                From = Today.AddDays(-1),
                Until = Today.AddDays(9),
                Reason = $"Причина {Word}",
                RecordedAt = Now,
            }
        );
        db.Registrations.Add(
            new()
            {
                Id = new(NewId()),
                Name = new($"Проситель-{Word}", "Олена", ""),
                Login = $"{Person.Value:N}@example.org",
                NormalizedLogin = $"{Person.Value:N}@EXAMPLE.ORG",
                Community = Community,
                NoticeVersion = 1,
                AskedAt = Now,
            }
        );
    }

    private void AddDuty(LmsDbContext db)
    {
        db.Requirements.Add(
            new()
            {
                Id = Requirement,
                By = new(NewId()),
                Within = Community,
                CreatedAt = Now,
            }
        );
        db.RequirementRevisions.Add(
            new()
            {
                RequirementId = Requirement,
                Number = 1,
                From = Now,
                Rule = new()
                {
                    Id = Requirement,
                    Name = new LocalText($"Вимога {Word}", ""),
                    Who = new() { Territories = [Community] },
                    What = new Demand.Course("safe-steps"),
                    Leaving = LeavingPolicy.Keep,
                },
            }
        );
        db.Assignments.Add(
            new()
            {
                Id = Assignment,
                PersonId = Person,
                Course = "safe-steps",
                DueOn = Today.AddDays(-1),
                RequirementId = Requirement,
                From = Today.AddDays(-60),
                AssignedAt = Now.AddDays(-60),
                Operation = $"test:{Assignment.Value}",
            }
        );
        db.Extensions.Add(
            new()
            {
                Id = new(NewId()),
                AssignmentId = Assignment,
                PersonId = Person,
                Until = Today.AddDays(20),
                Reason = $"Прошу {Word}",
                AskedAt = Now,
            }
        );
        db.Announcements.Add(
            new()
            {
                Id = Announcement,
                Title = $"Оголошення {Word}",
                Body = $"Текст {Word}.",
                Within = Community,
                By = new(NewId()),
                PublishedAt = Now,
                Operation = new(NewId()),
            }
        );
    }

    private void AddPapers(LmsDbContext db)
    {
        db.CertificationPeriods.Add(
            new()
            {
                Id = new(NewId()),
                PersonId = Person,
                Certification = RespondersPack.Certification,
                Cycle = 1,
                Path = "first",
                CompletedOn = Today.AddDays(-340),
                From = Today.AddDays(-340),
                Until = Today.AddDays(25),
                RecordedAt = Now,
                RulesHash = "test",
            }
        );
        db.Waivers.Add(
            new()
            {
                Id = new(NewId()),
                PersonId = Person,
                Course = "k1-basics",
                From = Today.AddDays(-9),
                Reason = $"Зараховано {Word}",
                GivenAt = Now,
            }
        );
        db.Suspensions.Add(
            new()
            {
                Id = new(NewId()),
                PersonId = Person,
                Certification = RespondersPack.Certification,
                From = Today.AddDays(-40),
                Until = Today.AddDays(-30),
                Reason = $"Призупинено {Word}",
                RecordedAt = Now,
            }
        );
        db.Evidence.Add(
            new()
            {
                Id = new(NewId()),
                PersonId = Person,
                Kind = EvidenceKind.ExternalTraining,
                Title = $"Довідка {Word}",
                Provider = "Школа",
                On = Today.AddDays(-30),
                HandedInAt = Now,
                Operation = new(NewId()),
            }
        );
    }

    private void AddPlace(LmsDbContext db)
    {
        db.CommunityContacts.Add(
            new()
            {
                Id = new(NewId()),
                Community = Community,
                Name = $"Контакт {Word}",
                Number = "000",
                VerifiedOn = Today,
                ReviewDue = Today.AddDays(90),
                RecordedAt = Now,
            }
        );
        db.OutreachEvents.Add(
            new()
            {
                Id = new(NewId()),
                Community = Community,
                On = Today.AddDays(-2),
                Kind = OutreachKind.Lecture,
                Heads = 20,
                Campaign = "november",
                Project = $"Проєкт {Word}",
                RecordedAt = Now,
                Operation = new(NewId()),
            }
        );
    }
}
