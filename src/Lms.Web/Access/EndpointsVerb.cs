using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;

namespace Lms.Web.Access;

/// <summary>An address the product answers at, and who may ask.</summary>
public sealed record EndpointRow(string Method, string Route, bool IsAnonymous, string? Policy);

/// <summary><c>endpoints --json</c>: every endpoint there is, for the matrix of endpoint and role.</summary>
internal static class EndpointsVerb
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "Як JSON. | As JSON." };
        var command = new Command("endpoints", "Перелік усіх адрес. | Lists every endpoint.")
        {
            json,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                await using var app = LmsApplication.Build([]);
                var rows = Of(app);
                var output = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(json))
                {
                    await output.WriteLineAsync(JsonSerializer.Serialize(rows, Indented));
                    return 0;
                }

                foreach (var row in rows)
                {
                    await output.WriteLineAsync(
                        $"{row.Method, -6} {row.Route} {(row.IsAnonymous ? "anonymous" : row.Policy ?? "signed-in")}"
                    );
                }

                return 0;
            }
        );
        return command;
    }

    /// <summary>Static files apart, which are all anonymous.</summary>
    public static IReadOnlyList<EndpointRow> Of(WebApplication app) =>
        [
            .. ((IEndpointRouteBuilder)app)
                .DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint =>
                    endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>()
                        is null
                )
                .SelectMany(RowsOf)
                .Distinct()
                .OrderBy(row => row.Route, StringComparer.Ordinal)
                .ThenBy(row => row.Method, StringComparer.Ordinal),
        ];

    private static IEnumerable<EndpointRow> RowsOf(RouteEndpoint endpoint)
    {
        var isAnonymous = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var policy = endpoint
            .Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Select(data => data.Policy)
            .FirstOrDefault(name => name is not null);
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        var route = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        return methods.Select(method => new EndpointRow(method, route, isAnonymous, policy));
    }
}
