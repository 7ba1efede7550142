using System.Text;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Mail;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Privacy;

/// <summary>A demo specialist who left words in every place that takes some.</summary>
public sealed class Traces
{
    private readonly LmsHost host;

    private Traces(LmsHost host, PersonId person, AccountId account, PersonName name, string email)
    {
        this.host = host;
        Person = person;
        Account = account;
        Name = name;
        Email = email;
    }

    public PersonId Person { get; }

    public AccountId Account { get; }

    public PersonName Name { get; }

    public string Email { get; }

    public string Phone => $"+38050{Mark:0000000}";

    private int Mark => Math.Abs(Email.Length * 1_000_003 % 10_000_000);

    /// <summary>Everything that must not be found afterwards.</summary>
    public IEnumerable<string> Words =>
        [
            Name.Family,
            Email,
            Email.ToUpperInvariant(),
            Phone,
            Own("note"),
            Own("answer"),
            Own("remark"),
            Own("saved"),
            Own("reason"),
            Own("letter"),
            Own("file"),
            Own("latin"),
            Own("device"),
        ];

    public string Own(string what) => $"{what}-of-{Email.Split('@')[0]}.end";

    public static async Task<Traces> LeaveAsync(LmsHost host, string visitor)
    {
        var learner = new Learner(host, await host.SignedInAsync(visitor));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();

        var email = $"{visitor}@demo.example";
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == email);
        var person = await db.People.SingleAsync(one => one.Id == account.PersonId);
        var traces = new Traces(host, person.Id, account.Id, person.Name, email);
        account.PhoneNumber = traces.Phone;
        person.LatinName = traces.Own("latin");
        await traces.WriteAsync(db);
        return traces;
    }

    private async Task WriteAsync(LmsDbContext db)
    {
        var time = host.Services.GetRequiredService<TimeProvider>();
        var (now, trainer) = (
            time.Now(),
            await db
                .Accounts.Where(one => one.Email == "trainer@demo.example")
                .Select(one => one.PersonId!.Value)
                .SingleAsync()
        );
        var attempt = await db.Attempts.FirstAsync(one =>
            one.PersonId == Person && one.Result != null
        );
        var activity = attempt.ActivityId;
        db.LessonNotes.Add(
            new()
            {
                PersonId = Person,
                ActivityId = activity,
                Text = Own("note"),
                Revision = 1,
                SavedAt = now,
            }
        );
        db.Responses.Add(
            new()
            {
                Operation = new OperationId(time.NewId()),
                AttemptId = attempt.Id,
                PersonId = Person,
                QuestionId = "q-own",
                Values = [Own("answer")],
                SavedAt = now,
            }
        );
        db.Marks.Add(
            new()
            {
                AttemptId = attempt.Id,
                PersonId = Person,
                QuestionId = "q-own",
                Points = Points.Whole(1),
                Remark = Own("remark"),
                MarkedBy = trainer,
                MarkedAt = now,
                Operation = new OperationId(time.NewId()),
            }
        );
        db.AnswerFiles.Add(
            new()
            {
                Id = new(time.NewId()),
                AttemptId = attempt.Id,
                PersonId = Person,
                QuestionId = "q-own",
                Name = "work.txt",
                MediaType = "text/plain",
                // Over several pages of the file.
                Bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Own("file"), 900))),
                StoredAt = now,
            }
        );
        db.SavedRemarks.Add(
            new()
            {
                Id = new(time.NewId()),
                PersonId = Person,
                Text = Own("saved"),
                SavedAt = now,
            }
        );
        db.ExtraAttempts.Add(
            new()
            {
                Id = new(time.NewId()),
                PersonId = Person,
                EnrolmentId = attempt.EnrolmentId,
                ActivityId = activity,
                GrantedBy = trainer,
                GrantedAt = now,
                Reason = Own("reason"),
                Operation = new OperationId(time.NewId()),
            }
        );
        db.OutgoingMail.Add(Letter(time, Email, $"{Own("letter")}"));
        db.OutgoingMail.Add(Letter(time, "manager@demo.example", $"{Name.Full} пройшла курс."));
        db.Sessions.Add(
            new()
            {
                Id = new(time.NewId()),
                AccountId = Account,
                StartedAt = now,
                Means = SignInMeans.Password,
                ProvedAt = now,
                SeenAt = now,
                Device = Own("device"),
                Network = "192.0.2.1",
            }
        );
        db.Registrations.Add(
            new()
            {
                Id = new(time.NewId()),
                Name = Name,
                Login = Email,
                NormalizedLogin = "",
                Community = (await db.People.SingleAsync(one => one.Id == Person)).Community,
                PasswordHash = "",
                NoticeVersion = 1,
                AskedAt = now,
                DecidedAt = now,
                Decision = RegistrationDecision.Approved,
            }
        );
        await db.SaveChangesAsync();
    }

    private static OutgoingMail Letter(TimeProvider time, string to, string body) =>
        new()
        {
            Id = new(time.NewId()),
            Event = $"test {time.NewId():N}",
            To = to,
            Subject = "Навчання",
            Body = body,
            CreatedAt = time.Now(),
            NotBefore = time.Now(),
        };
}
