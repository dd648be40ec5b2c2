/* Classes with virtual methods, allocation in line, downcasts. */
typedef struct Shape { const bs_class *class_; int32_t id; } Shape;
typedef struct Square { Shape base; float side; } Square;
typedef struct Circle { Shape base; float radius; Shape *inner; } Circle;

extern const bs_class class_Square, class_Circle;

static float area_of_square(Square *self) { return self->side * self->side; }
static float area_of_circle(Circle *self) { return 3.14159274f * self->radius * self->radius; }

const struct { bs_class class_; float (*area)(Square *); } class_record_square = {
    {.kind = BS_KIND_OBJECT, .size = 16, .id = 2, .last_id = 2}, area_of_square};
const struct { bs_class class_; float (*area)(Circle *); } class_record_circle = {
    {.kind = BS_KIND_OBJECT, .size = 16, .id = 3, .last_id = 3, .references = 4}, area_of_circle};

static inline void *allocate(const bs_class *cls, uint32_t size)
{
    bs_free_cell *cell = bs_heap.bins[size / 8];
    if (__builtin_expect(cell == 0, 0))
        cell = bs_new_cell(size);
    else
        bs_heap.bins[size / 8] = cell->next;
    ((bs_object *)cell)->class_ = cls;
    return cell;
}

Square *new_square(int32_t id, float side)
{
    Square *self = allocate(&class_record_square.class_, 16);
    self->base.id = id;
    self->side = side;
    return self;
}

Circle *new_circle(int32_t id, float radius)
{
    Circle *self = allocate(&class_record_circle.class_, 16);
    self->base.id = id;
    self->radius = radius;
    self->inner = &new_square(id + 1, radius)->base;
    return self;
}

float area(Shape *shape)
{
    return ((float (*)(Shape *))shape->class_->methods[0])(shape);
}

Circle *as_circle(Shape *shape)
{
    if (__builtin_expect(shape->class_->id != 3, 0))
        BS_TRAP(BS_ERROR_TYPE, 12);
    return (Circle *)shape;
}

int32_t where(void) { return (int32_t)&class_Square - (int32_t)&class_Circle; }
