using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class LessonNoteTable : IEntityTypeConfiguration<LessonNote>
{
    public void Configure(EntityTypeBuilder<LessonNote> builder)
    {
        builder.HasKey(note => new { note.PersonId, note.ActivityId });
        builder.Property(note => note.Revision).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(note => note.PersonId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(note => note.ActivityId);
    }
}

internal sealed class ChecklistTickTable : IEntityTypeConfiguration<ChecklistTick>
{
    public void Configure(EntityTypeBuilder<ChecklistTick> builder)
    {
        builder.HasKey(tick => new
        {
            tick.PersonId,
            tick.ActivityId,
            tick.Entry,
        });
        builder.HasOne<Person>().WithMany().HasForeignKey(tick => tick.PersonId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(tick => tick.ActivityId);
    }
}

internal sealed class LastPlaceTable : IEntityTypeConfiguration<LastPlace>
{
    public void Configure(EntityTypeBuilder<LastPlace> builder)
    {
        builder.HasKey(place => new { place.PersonId, place.CourseId });
        builder.HasOne<Person>().WithMany().HasForeignKey(place => place.PersonId);
        builder.HasOne<Course>().WithMany().HasForeignKey(place => place.CourseId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(place => place.ActivityId);
    }
}

internal sealed class PracticeAnswerTable : IEntityTypeConfiguration<PracticeAnswer>
{
    public void Configure(EntityTypeBuilder<PracticeAnswer> builder)
    {
        builder.HasKey(answer => answer.Position);
        builder.Property(answer => answer.Position).ValueGeneratedOnAdd();
        builder.HasIndex(answer => new { answer.PersonId, answer.ActivityId });
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.PersonId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(answer => answer.ActivityId);
    }
}
