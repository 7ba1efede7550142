using System.Net;
using Lms.Domain.Live;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Asked;

public sealed class AskedTests
{
    private const string Address = "/sessions/questions/k1-basics";

    [Fact]
    public async Task A_trainer_answers_and_learners_read_the_answer_alone()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await Attendances.HeldSession.OfCourseAsync(host);
        var person = await Attendances.SessionPeople.PersonAsync(host, "specialist");
        held.Lives(0).Seated(person).There(person, 0, 60);
        held.Says(1, null, new RoomEvent.Asked("Хто приймає заяву?", AskedState.Shown));
        held.Says(2, null, new RoomEvent.Asked("Що з моєю сусідкою?", AskedState.Held));
        await held.EndsAsync();
        await held.SettleAsync();
        var learner = await host.SignedInAsync("specialist");
        await new Learner(host, learner).ReadLessonsAsync();
        var trainer = await host.SignedInAsync("trainer");

        Assert.DoesNotContain(
            "заяву",
            (await learner.OpenAsync(Address)).Body!.TextContent,
            StringComparison.Ordinal
        );
        var page = await trainer.OpenAsync(Address);
        Assert.Equal(2, page.QuerySelectorAll("form[action*='Answer']").Length);
        using var empty = await trainer.SubmitAsync(
            page,
            Address,
            "form[action*='Answer']",
            ("answer", " ")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var answered = await trainer.SubmitAsync(
            page,
            Address,
            "form[action*='Answer']",
            ("answer", "Орган за місцем перебування.")
        );
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        using var aside = await trainer.SubmitAsync(Address, "form[action*='Dismiss']");
        Assert.Equal(HttpStatusCode.Redirect, aside.StatusCode);

        var read = (await learner.OpenAsync(Address)).Body!.TextContent;
        Assert.Contains("Орган за місцем перебування.", read, StringComparison.Ordinal);
        Assert.DoesNotContain("сусідкою", read, StringComparison.Ordinal);
        using var act = await learner.PostAsync($"{Address}?handler=Answer", null);
        Assert.NotEqual(HttpStatusCode.Redirect, act.StatusCode);
        foreach (var name in (string[])["specialist2", "manager", "admin"])
        {
            using var foreign = await (await host.SignedInAsync(name)).GetAsync(Address);
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        }

        await using var db = host.Look();
        Assert.Equal(1, await db.CourseQuestions.CountAsync(one => one.IsDismissed));
    }
}
