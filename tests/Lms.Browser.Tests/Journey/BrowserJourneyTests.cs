using System.Net;
using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using MimeKit;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Journey;

/// <summary>The main job from end to end, in Debian's Chromium.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BrowserJourneyTests(Chromium chromium, DemoServer demo)
{
    private const string Course = "/courses/k1-basics";

    private readonly ServerProcess server = demo.Process;
    private readonly Register register = Register.Of(demo.Process);

    [Theory]
    [InlineData("uk", "specialist", "Дем’янчук-Зразок О. І.")]
    [InlineData("en", "specialist2", "Левченко-Зразок А. П.")]
    public async Task A_specialist_learns_passes_and_holds_a_certificate_that_a_stranger_checks(
        string language,
        string name,
        string initials
    )
    {
        var email = $"{name}@demo.example";
        var screen = language == "uk" ? Screen.Phone : Screen.Desk;
        await using var learner = await chromium.VisitorAsync(server, screen, language);

        await FindTheCourseAsync(learner);
        await SignInAsync(learner, name);
        await ReadLessonsAsync(learner);
        await PassTheQuizAsync(learner, email);
        await AssertFinishedOnceAsync(learner, email);

        var certificate = await TakeTheCertificateAsync(learner);
        Assert.True(await certificate.IsSignedByAsync(server.NewClient()));
        await AssertStrangerSeesAsync(certificate, screen, language, initials);
        await AssertLetterCameAsync(email);
        learner.Watch.AssertQuiet();
    }

    private static async Task FindTheCourseAsync(Visitor learner)
    {
        await learner.OpenAsync("/");
        await learner.LookAsync("front");
        await learner.Page.ClickAsync("main a.button[href='/courses']");
        await learner.ArriveAsync("/courses");
        await learner.LookAsync("catalogue");
        await learner.Page.ClickAsync($"main a[href='{Course}']");
        await learner.ArriveAsync(Course);
        await learner.LookAsync("course");
    }

    private static async Task SignInAsync(Visitor learner, string name)
    {
        await learner.Page.ClickAsync("main a[href^='/account/login']");
        await learner.ArriveAsync("/account/login");
        await learner.LookAsync("sign-in");

        learner.Watch.Expect("status of 422");
        await learner.SignInAsync(name, "not the password");
        await Expect(learner.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await learner.LookAsync("sign-in-fault");

        await learner.SignInAsync(name);
        await learner.ArriveAsync(Course);
        await learner.LookAsync("course-signed-in");
    }

    private static async Task ReadLessonsAsync(Visitor learner)
    {
        await PressAsync(learner, "form[action*='Start'] button");
        for (var lesson = 1; lesson <= 3; lesson++)
        {
            await learner.LookAsync($"lesson-{lesson}");
            await PressAsync(learner, "form[action*='Read'] button");
        }

        await learner.OpenAsync(Course);
        await Expect(learner.Page.Locator("ol.outline li.is-done")).ToHaveCountAsync(3);
        await learner.LookAsync("course-at-quiz");
        await learner.Page.ClickAsync("section.next a.button");
        await learner.ArriveAsync($"{Course}/three-elements");
        await learner.LookAsync("quiz-before");
    }

    private async Task PassTheQuizAsync(Visitor learner, string email)
    {
        learner.Watch.Expect("ERR_INTERNET_DISCONNECTED");
        await learner.Page.ClickAsync("form[action*='Start'] button");
        await QuizOnScreen.ReadyAsync(learner.Page);
        await learner.LookAsync("quiz-question");

        var quiz = new QuizOnScreen(learner, register, email);
        for (var answered = 1; await quiz.IsAtQuestionAsync(); answered++)
        {
            switch (answered)
            {
                case 3:
                    await quiz.AnswerWithoutNetworkAsync();
                    break;
                case 4:
                    await quiz.AnswerAsync();
                    await quiz.ReloadAsync();
                    await quiz.AssertAnsweredAsync(answered);
                    break;
                case 5:
                    // The new tab opens at the first question without an answer.
                    await quiz.AnswerAndLoseTheTabAsync();
                    await quiz.AssertAnsweredAsync(answered);
                    continue;
                default:
                    await quiz.AnswerAsync();
                    break;
            }

            await quiz.NextAsync();
        }

        await learner.LookAsync("quiz-review");
        await learner.Page.DblClickAsync("#finish");
        await Expect(learner.Page.Locator(".verdict.good")).ToBeVisibleAsync();
        await learner.LookAsync("quiz-passed");
    }

    private async Task AssertFinishedOnceAsync(Visitor learner, string email)
    {
        AssertOneResult();
        await learner.Page.GoBackAsync();
        await Expect(learner.Page.Locator("#finish, .verdict.good")).ToHaveCountAsync(1);
        AssertOneResult();

        // Whatever the browser has kept of the quiz, finishing it again leads to the same result.
        if (await learner.Page.Locator("#finish").IsVisibleAsync())
        {
            await learner.Page.ClickAsync("#finish");
        }

        await Expect(learner.Page.Locator(".verdict.good")).ToBeVisibleAsync();
        AssertOneResult();

        void AssertOneResult()
        {
            Assert.Equal(1, register.CountOf("Attempts", email));
            Assert.Equal(1, register.CountOf("AttemptResults", email));
            Assert.Equal(1, register.CountOf("Certificates", email));
        }
    }

    private static async Task<PaperCertificate> TakeTheCertificateAsync(Visitor learner)
    {
        await learner.Page.ClickAsync(".verdict a[href='/certificates']");
        await learner.ArriveAsync("/certificates");
        await learner.LookAsync("certificates");
        var link = await learner
            .Page.Locator("main a[href*='.pdf']")
            .First.GetAttributeAsync("href");
        var file = await learner.Page.Context.APIRequest.GetAsync(link!);
        Assert.Equal((int)HttpStatusCode.OK, file.Status);
        Assert.Equal("application/pdf", file.Headers["content-type"]);
        await learner.OpenAsync("/learn");
        await learner.LookAsync("learn-completed");
        return await PaperCertificate.PrintAsync(await file.BodyAsync());
    }

    private async Task AssertStrangerSeesAsync(
        PaperCertificate certificate,
        Screen screen,
        string language,
        string initials
    )
    {
        await using var stranger = await chromium.VisitorAsync(server, screen, language);
        await stranger.OpenAsync(certificate.Address.AbsoluteUri);
        var answer = stranger.Page.Locator("main > .verdict");
        await Expect(answer).ToHaveClassAsync("verdict good");
        await Expect(answer).ToContainTextAsync(certificate.Number);
        await Expect(answer).ToContainTextAsync(initials);
        var signature = stranger.Page.Locator("#signature .verdict");
        await Expect(signature).ToHaveClassAsync("verdict good");
        await Expect(signature).ToContainTextAsync(certificate.Holder);
        await stranger.LookAsync("verify");

        using var plain = server.NewClient(language);
        var sent = await plain.GetStringAsync(certificate.Address);
        Assert.DoesNotContain(
            certificate.Holder,
            WebUtility.HtmlDecode(sent),
            StringComparison.Ordinal
        );

        await stranger.OpenAsync(certificate.Tampered.AbsoluteUri);
        await Expect(signature).ToHaveClassAsync("verdict bad");
        await Expect(signature).Not.ToContainTextAsync(certificate.Holder);
        await stranger.LookAsync("verify-tampered");
        stranger.Watch.AssertQuiet();
    }

    private async Task AssertLetterCameAsync(string email)
    {
        var folder = Path.Combine(server.Settings.Data, "mail");
        var letter = await Soon.ComesAsync(
            $"a letter to {email}",
            () => Letters(folder).FirstOrDefault(IsOfCertificate)
        );
        // A phone shows the subject to whoever holds it: it names neither the subject matter nor a person.
        Assert.Equal("Навчання: документ готовий", letter.Subject);
        Assert.DoesNotContain("торгівл", letter.TextBody, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Letters(folder), IsOfCertificate);

        // Others tell of live sessions.
        bool IsOfCertificate(MimeMessage found) =>
            found.To.ToString() == email
            && found.TextBody?.Contains(
                new Uri(server.Address, "/certificates").ToString(),
                StringComparison.Ordinal
            ) == true;
    }

    private static List<MimeMessage> Letters(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml").Select(Read)] : [];

    // Another may be on its way into the folder at this moment.
    private static MimeMessage Read(string file)
    {
        using var letter = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite
        );
        return MimeMessage.Load(letter);
    }

    // A press that leads to another address.
    private static async Task PressAsync(Visitor learner, string button)
    {
        var before = learner.Page.Url;
        await learner.Page.ClickAsync(button);
        await learner.LeaveAsync(before);
    }
}
