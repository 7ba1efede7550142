namespace Lms.Web.Features.Replays;

public static class ReplaysFeature
{
    public static void AddReplays(this IServiceCollection services)
    {
        services.AddSingleton<RecordingFiles>();
        services.AddSingleton<Watching>();
        services.AddSingleton<ReplayReads>();
        services.AddSingleton<MakingUpReads>();
        services.AddScoped<MakeUpQuestions>();
        services.AddScoped<MakeUp>();
        services.AddScoped<KeepWatched>();
    }

    public static void MapReplays(this IEndpointRouteBuilder routes) => ReplayApi.Map(routes);
}
