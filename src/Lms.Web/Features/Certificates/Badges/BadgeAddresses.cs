using System.Globalization;

namespace Lms.Web.Features.Certificates.Badges;

/// <summary>Addresses that stand in credentials: they stay.</summary>
internal sealed class BadgeAddresses(SiteSettings site)
{
    public string Issuer => At("/badges/issuer");

    public string Course(string slug) => At($"/courses/{slug}");

    public string Status(long list) =>
        At($"/badges/status/{list.ToString(CultureInfo.InvariantCulture)}");

    private string At(string path) => new Uri(site.Uri, path).AbsoluteUri;
}
