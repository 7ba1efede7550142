using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Register;

/// <summary>The register of institutions as it was read a moment ago: nearly every page of people offers it.</summary>
public sealed class KeptInstitutions(LmsDatabase database, WriteWatch watch)
{
    private static readonly Viewer Reader = Viewer.System("read the register of institutions");

    private KeptRows? kept;

    /// <summary>Shared by all: not to be changed.</summary>
    public async ValueTask<IReadOnlyList<Institution>> AllAsync()
    {
        if (kept is { } known && watch.Institutions.Holds(known.ReadAt))
        {
            return known.Rows;
        }

        var readAt = watch.Institutions.Now;
        await using var db = database.Open(Reader);
        var rows = await db.Institutions.AsNoTracking().ToListAsync();
        kept = new(rows, readAt);
        return rows;
    }

    private sealed record KeptRows(IReadOnlyList<Institution> Rows, long ReadAt);
}
