using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>Which rule refused a password, under its field.</summary>
internal static class WeakWords
{
    public static string KeyOf(PasswordAnswer rule) =>
        rule switch
        {
            PasswordAnswer.Done or PasswordAnswer.TooShort or PasswordAnswer.TooLong =>
                "account.ways.password.weak",
            PasswordAnswer.Common => "shared.password.common",
            PasswordAnswer.Repeated => "shared.password.repeated",
            PasswordAnswer.Sequence => "shared.password.sequence",
            PasswordAnswer.Login => "shared.password.login",
            PasswordAnswer.SiteName => "shared.password.site",
        };
}
