using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

public static class TimeAllowances
{
    /// <summary>The person's time factor as it stands: the last one set, the standard one without any.</summary>
    public static Task<TimeFactor> TimeFactorAsync(this LmsDbContext db, PersonId person) =>
        db
            .TimeAllowances.Where(allowance => allowance.PersonId == person)
            .OrderByDescending(allowance => allowance.Position)
            .Select(allowance => allowance.Factor)
            .FirstOrDefaultAsync();
}
