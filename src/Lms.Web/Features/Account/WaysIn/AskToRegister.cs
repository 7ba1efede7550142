using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.WaysIn;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>
/// Keeps a request for an account until the community's manager decides. Nothing is looked up first:
/// a known and an unknown login are the same work, and <see cref="RegistrationLetters"/> tells them
/// apart after the answer.
/// </summary>
public sealed class AskToRegister(
    LmsDatabase database,
    RegistrationLetters letters,
    OrganisationPack pack,
    TimeProvider time
)
{
    public async Task RunAsync(NewPerson about)
    {
        var asked = new Registration
        {
            Id = new(time.NewId()),
            Name = about.Name,
            Login = about.Login.Value,
            NormalizedLogin = about.Login.Key,
            Community = about.Community,
            Institution = about.Institution,
            StaffRole = about.StaffRoles.Count > 0 ? about.StaffRoles[0] : null,
            NoticeVersion = pack.Notice.Version,
            AskedAt = time.Now(),
        };
        await using var db = database.Open(Viewer.System("ask for an account"));
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            db.Registrations.Add(asked);
            db.Audit.Add(
                new AuditEntry
                {
                    At = asked.AskedAt,
                    Action = AuditAction.RegistrationAsked,
                    Detail = asked.Id.Value.ToString(),
                }
            );
            await db.SaveChangesAsync();
        });
        letters.Ask(asked.Id);
    }
}
