using System.Globalization;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared;

/// <summary>Writes down who looked at whom: an entry for each list and for each person opened.</summary>
public sealed class LookedAt(LmsDbContext db, CurrentViewer current, TimeProvider time)
{
    public Task ListAsync(int people) =>
        SaveAsync([
            Entry(AuditAction.PeopleListed, null, people.ToString(CultureInfo.InvariantCulture)),
        ]);

    public Task PeopleAsync(params PersonId[] people) =>
        SaveAsync([.. people.Select(person => Entry(AuditAction.PersonLooked, person, ""))]);

    private AuditEntry Entry(AuditAction action, PersonId? subject, string detail) =>
        new()
        {
            At = time.Now(),
            Action = action,
            Actor = current.Viewer.Account,
            Subject = subject,
            Detail = detail,
        };

    private async Task SaveAsync(IReadOnlyList<AuditEntry> entries)
    {
        db.Audit.AddRange(entries);
        await db.SaveChangesAsync();
    }
}
