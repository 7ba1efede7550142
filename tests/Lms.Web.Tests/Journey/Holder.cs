using Lms.Domain.Certification;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Journey;

/// <summary>A demo person who takes the first course and so comes to hold a certificate.</summary>
internal static class Holder
{
    /// <summary>The certificate that was issued, whole.</summary>
    public static async Task<Certificate> IssuedAsync(
        this LmsHost host,
        string person = "specialist"
    )
    {
        var learner = new Learner(host, await host.SignedInAsync(person));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
        await using var db = host.Look();
        return await db
            .Certificates.Include(one => one.Content)
            .OrderByDescending(one => one.Number)
            .FirstAsync();
    }

    /// <summary>As the erasure of a person leaves it: the permanent half alone.</summary>
    public static async Task EraseContentAsync(this LmsHost host, Certificate certificate)
    {
        await using var db = host.Look();
        await db
            .CertificateContents.Where(one => one.CertificateId == certificate.Id)
            .ExecuteDeleteAsync();
        await db
            .CertificateDocuments.Where(one => one.CertificateId == certificate.Id)
            .ExecuteDeleteAsync();
        await db
            .People.Where(one => one.Id == certificate.PersonId)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ErasedAt, LmsHost.Start));
    }
}
