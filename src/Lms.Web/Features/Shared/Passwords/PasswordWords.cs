namespace Lms.Web.Features.Shared.Passwords;

/// <summary>Which rule refused a password, for whoever chose it.</summary>
public static class PasswordWords
{
    public static string Of(this Texts texts, PasswordAnswer answer) =>
        answer switch
        {
            PasswordAnswer.Done => "",
            PasswordAnswer.TooShort => texts.Fill("shared.password.short", PasswordRules.Shortest),
            PasswordAnswer.TooLong => texts.Fill("shared.password.long", PasswordRules.Longest),
            PasswordAnswer.Common => texts["shared.password.common"],
            PasswordAnswer.Repeated => texts["shared.password.repeated"],
            PasswordAnswer.Sequence => texts["shared.password.sequence"],
            PasswordAnswer.Login => texts["shared.password.login"],
            PasswordAnswer.SiteName => texts["shared.password.site"],
        };
}
