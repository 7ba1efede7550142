using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared.WaysIn;

namespace Lms.Web.Tests.Features.Accounts;

/// <summary>One reader of what people sign in with.</summary>
public sealed class LoginNameTests
{
    private static readonly PhonePlan Ukraine = new("380", 9);

    [Theory]
    [InlineData("050 123-45-67")]
    [InlineData("+380501234567")]
    [InlineData("380501234567")]
    [InlineData("+38 (050) 123 45 67")]
    [InlineData("00380501234567")]
    [InlineData(" 050.123.45.67 ")]
    [InlineData("050–123‑45—67")]
    [InlineData("\u202d0501234567\u202c")]
    public void A_number_is_one_however_it_is_typed(string typed)
    {
        var login = LoginName.Read(typed, Ukraine)!;

        Assert.Equal("+380501234567", login.Value);
        Assert.False(login.IsEmail);
    }

    [Theory]
    [InlineData("")]
    [InlineData("олена")]
    [InlineData("050 123-45-6")]
    [InlineData("050 123-45-678")]
    [InlineData("+38050123456")]
    [InlineData("1234567890")]
    [InlineData("++380501234567")]
    [InlineData("+0501234567")]
    [InlineData("٠٥٠١٢٣٤٥٦٧")]
    [InlineData("name@")]
    [InlineData("a b@example.org")]
    [InlineData("Name <name@example.org>")]
    [InlineData("name@example.org\nBcc: x@example.org")]
    public void What_is_neither_is_not_guessed(string typed) =>
        Assert.Null(LoginName.Read(typed, Ukraine));

    [Fact]
    public void Numbers_of_other_countries_need_their_plus()
    {
        Assert.Equal("+48601234567", LoginName.Read("+48 601 234 567", Ukraine)!.Value);
        Assert.Equal("+48601234567", LoginName.Read("0048 601 234 567", Ukraine)!.Value);
        Assert.Null(LoginName.Read("601 234 567", Ukraine));
        Assert.Equal("+48601234567", LoginName.Read("+48 601 234 567", PhonePlan.None)!.Value);
        Assert.Null(LoginName.Read("0501234567", PhonePlan.None));
    }

    [Fact]
    public void An_e_mail_address_is_looked_up_whatever_its_case()
    {
        var login = LoginName.Read(" Olena@Example.org ", Ukraine)!;

        Assert.Equal(("Olena@Example.org", true), (login.Value, login.IsEmail));
        Assert.Equal("OLENA@EXAMPLE.ORG", login.Key);
    }
}
