using System.Text;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Passwords;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lms.Web.Tests.Features.Shared;

/// <summary>Long passwords of any kind are taken; what is guessed first is not, and the rule is said.</summary>
public sealed class PasswordTests
{
    private static readonly PasswordRules Rules = new(
        new LmsSettings(),
        StartChecks.Pack(new LmsSettings { Content = TestContent.Root })
    );

    [Theory]
    [InlineData("чотири гарбузи на возі")]
    [InlineData("Ґанок, їжак і м’ята")]
    [InlineData("correct horse battery staple")]
    [InlineData("dragon coffee monkey window")]
    [InlineData("kdJ38fLq02mZx7T")]
    [InlineData("               три слова               ")]
    [InlineData("a long enough sentence")]
    [InlineData("love for the long river 1987")]
    [InlineData("Demo-Sumy-2026-LMS")]
    public void A_sentence_in_any_language_and_chance_are_taken(string password) =>
        Assert.Equal(PasswordAnswer.Done, Rules.Check(password, "olena@example.org"));

    [Theory]
    [InlineData("fourteen chars", PasswordAnswer.TooShort)]
    [InlineData("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", PasswordAnswer.TooShort)]
    [InlineData("password12345678", PasswordAnswer.Common)]
    [InlineData("Password Password", PasswordAnswer.Common)]
    [InlineData("p@ssw0rd!!!2026!!", PasswordAnswer.Common)]
    [InlineData("iloveyou iloveyou iloveyou", PasswordAnswer.Common)]
    [InlineData("пароль пароль 2026", PasswordAnswer.Common)]
    [InlineData("1111111111111111", PasswordAnswer.Repeated)]
    [InlineData("яяяяяяяяяяяяяяяя", PasswordAnswer.Repeated)]
    [InlineData("тукатукатукатука", PasswordAnswer.Repeated)]
    [InlineData("abcdefghijklmnopq", PasswordAnswer.Sequence)]
    [InlineData("абвгґдеєжзиіїйклм", PasswordAnswer.Sequence)]
    [InlineData("йцукенгшщзхїфівап", PasswordAnswer.Sequence)]
    [InlineData("987654321zyxwvuts", PasswordAnswer.Sequence)]
    [InlineData("olena@example.org", PasswordAnswer.Login)]
    [InlineData("olena-olena-olena-1", PasswordAnswer.Login)]
    public void What_is_guessed_first_is_refused_by_the_rule_it_breaks(
        string password,
        PasswordAnswer answer
    ) => Assert.Equal(answer, Rules.Check(password, "olena@example.org"));

    [Fact]
    public void The_name_of_the_site_is_no_password()
    {
        var rules = new PasswordRules(
            new LmsSettings { Site = new() { Name = "Навчання Сумщини" } },
            StartChecks.Pack(new LmsSettings { Content = TestContent.Root })
        );
        Assert.Equal(PasswordAnswer.SiteName, rules.Check("Навчання Сумщини 26"));
    }

    [Fact]
    public void Longer_than_a_kilobyte_or_128_characters_is_refused_at_once()
    {
        Assert.Equal(PasswordAnswer.TooLong, Rules.Check(new string('ї', 600)));
        Assert.Equal(
            PasswordAnswer.TooLong,
            Rules.Check(string.Concat(Enumerable.Range(0, 60).Select(n => $"{n}ab")))
        );
        Assert.Equal(
            PasswordAnswer.Done,
            Rules.Check(string.Concat(Enumerable.Range(0, 60).Select(n => $"{n}")))
        );
    }

    [Fact]
    public void The_same_word_from_another_keyboard_is_the_same_password()
    {
        var hasher = new NormalisingHasher(Options.Create(new PasswordHasherOptions()));
        var account = new Account();
        const string typed = "їжак і йогурт на ґанку";
        var parts = typed.Normalize(NormalizationForm.FormD);
        Assert.NotEqual(typed, parts);
        Assert.Equal(
            PasswordVerificationResult.Success,
            hasher.VerifyHashedPassword(account, hasher.HashPassword(account, parts), typed)
        );
        Assert.Equal(
            PasswordVerificationResult.Success,
            hasher.VerifyHashedPassword(account, hasher.HashPassword(account, typed), parts)
        );

        var old = new PasswordHasher<Account>().HashPassword(account, parts);
        Assert.Equal(
            PasswordVerificationResult.Success,
            hasher.VerifyHashedPassword(account, old, parts)
        );
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public void Every_rule_has_words(string language)
    {
        foreach (var answer in Enum.GetValues<PasswordAnswer>().Except([PasswordAnswer.Done]))
        {
            Assert.NotEmpty(Texts.In(language).Of(answer));
        }
    }

    [Fact]
    public void No_text_makes_the_check_fail()
    {
        var chance = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([
                .. Enumerable
                    .Range(0, chance.Next(200))
                    .Select(_ => (char)chance.Next(round % 2 == 0 ? 0x10000 : 0x500)),
            ]);
            Assert.True(Enum.IsDefined(Rules.Check(text, text)));
        }
    }
}
