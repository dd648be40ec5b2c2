# A hundred balls bounce about in a box for fifty steps; the result is how often one met a wall.


class Random:
    def __init__(self):
        self.seed = 74755

    def next(self):
        self.seed = (self.seed * 1309 + 13849) & 65535
        return self.seed


class Ball:
    def __init__(self, random):
        self.x = random.next() % 500
        self.y = random.next() % 500
        self.x_velocity = random.next() % 300 - 150
        self.y_velocity = random.next() % 300 - 150

    # Moves one step and says whether the ball met a wall.
    def bounce(self):
        x_limit = 500
        y_limit = 500
        bounced = False

        self.x += self.x_velocity
        self.y += self.y_velocity
        if self.x > x_limit:
            self.x = x_limit
            self.x_velocity = -absolute(self.x_velocity)
            bounced = True
        if self.x < 0:
            self.x = 0
            self.x_velocity = absolute(self.x_velocity)
            bounced = True
        if self.y > y_limit:
            self.y = y_limit
            self.y_velocity = -absolute(self.y_velocity)
            bounced = True
        if self.y < 0:
            self.y = 0
            self.y_velocity = absolute(self.y_velocity)
            bounced = True
        return bounced


def absolute(n):
    return -n if n < 0 else n


def bounce(ball_count, steps):
    random = Random()
    balls = []
    for i in range(ball_count):
        balls.append(Ball(random))

    bounces = 0
    for step in range(steps):
        for ball in balls:
            if ball.bounce():
                bounces += 1
    return bounces


def run():
    return bounce(100, 50)


def right(result):
    return result == 1331
