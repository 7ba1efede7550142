using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Faults;

/// <summary>A person in the quiz, over HTTP, answering as the script of the page does.</summary>
public sealed class AnswerClient(
    HttpClient http,
    Guid attempt,
    IReadOnlyList<AskedQuestion> questions
)
{
    public const string Quiz = "/courses/k1-basics/three-elements";

    public HttpClient Http => http;

    public Guid Attempt => attempt;

    public IReadOnlyList<AskedQuestion> Questions => questions;

    /// <summary>Signs a demo person in and opens an attempt.</summary>
    public static async Task<AnswerClient> StartAsync(ServerProcess server, string name)
    {
        var http = await server.SignedInAsync(name);
        using var opened = await http.SubmitAsync(Quiz, "form[action*='Start']");
        var page = await http.OpenAsync(Quiz);
        var form = page.QuerySelector("form#quiz")!;
        return new(
            http,
            Guid.Parse(form.GetAttribute("data-attempt")!),
            [
                .. form.QuerySelectorAll("fieldset")
                    .Select(question => new AskedQuestion(
                        question.GetAttribute("data-question")!,
                        [
                            .. question
                                .QuerySelectorAll(".options input")
                                .OfType<IHtmlInputElement>()
                                .Select(option => option.Value),
                        ]
                    )),
            ]
        );
    }

    /// <summary>An answer for the question of this turn; the value goes round the options.</summary>
    public SentAnswer Next(int turn)
    {
        var question = questions[turn % questions.Count];
        var option = question.Options[turn / questions.Count % question.Options.Count];
        return new(Guid.CreateVersion7(), attempt, question.Id, option);
    }

    public Task<HttpResponseMessage> SendAsync(SentAnswer answer) =>
        http.PutAsJsonAsync(
            $"/api/v1/attempts/{attempt}/answers/{answer.Question}",
            new { operation = answer.Operation, values = new[] { answer.Option } }
        );
}

public sealed record AskedQuestion(string Id, IReadOnlyList<string> Options);

public sealed record SentAnswer(Guid Operation, Guid Attempt, string Question, string Option);
